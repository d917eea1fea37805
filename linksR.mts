import { openBrowser } from './tests/support/browser.ts'
const base='http://127.0.0.1:4711'
const b=await openBrowser(); const c=await b.newContext({viewport:{width:1440,height:900},locale:'zh-CN',timezoneId:'Asia/Shanghai'})
await c.request.post(base+'/auth/sign-in/demo',{data:{role:'leader'}})
const p=await c.newPage()
for (const u of ['/','/windows','/items','/trading','/rules','/briefings','/figures','/centres']){await p.goto(base+u,{waitUntil:'networkidle'});await p.waitForTimeout(800);
const l=await p.$$eval('a[href]',a=>[...new Set(a.map(x=>x.getAttribute('href')))]);console.log(u,l.filter(x=>x!.split('/').length>2).slice(0,25).join(' '))
if(u==='/')console.log('ALL',l.join(' '))
if(u==='/trading'){console.log(await p.$$eval('a',a=>a.filter(x=>/控制价/.test(x.closest('tr,li,article')?.textContent||x.textContent||'')).slice(0,5).map(x=>x.getAttribute('href')+' '+x.textContent)))}}
await b.close()
